/** Files of what was dropped on the page or chosen, folders with all that is in them. */

export interface Chosen {
  /** With its folders: `kuril/05.eml`. */
  readonly name: string;
  readonly file: File;
}

export const chosenOf = (files: FileList | null): Chosen[] =>
  [...(files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, file })).filter(isWanted);

/** The list of what was dropped is gone after the event: entries are taken before anything is awaited. */
export async function droppedOf(transfer: DataTransfer): Promise<Chosen[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (entries.length === 0) return chosenOf(transfer.files);
  const found = await Promise.all(entries.map(filesOf));
  return found
    .flat()
    .filter(isWanted)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What systems leave in folders is no report. */
const isWanted = ({ name }: Chosen): boolean =>
  !name.split('/').some((part) => part.startsWith('.') || part === 'Thumbs.db');

async function filesOf(entry: FileSystemEntry): Promise<Chosen[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    return [{ name: entry.fullPath.replace(/^\//u, ''), file }];
  }
  const inside = await entriesOf((entry as FileSystemDirectoryEntry).createReader());
  return (await Promise.all(inside.map(filesOf))).flat();
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** A reader gives them in parts until a part is empty. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (part.length === 0) return all;
    all.push(...part);
  }
}
