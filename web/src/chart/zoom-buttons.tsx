interface ZoomButtonsProps {
  /** Below 1 closer. */
  readonly zoom: (factor: number) => void;
  /** By a share of what is shown; left out where panning is done otherwise. */
  readonly pan?: (share: number) => void;
  readonly whole: () => void;
}

export function ZoomButtons({ zoom, pan, whole }: ZoomButtonsProps) {
  return (
    <fieldset className="chart-buttons" aria-label="Zoom">
      {pan !== undefined && <Button name="Earlier" sign="←" act={() => pan(-0.5)} />}
      {pan !== undefined && <Button name="Later" sign="→" act={() => pan(0.5)} />}
      <Button name="Closer" sign="+" act={() => zoom(1 / 2)} />
      <Button name="Further away" sign="−" act={() => zoom(2)} />
      <Button name="Show all" sign="All" act={whole} />
    </fieldset>
  );
}

function Button({
  name,
  sign,
  act,
}: {
  readonly name: string;
  readonly sign: string;
  readonly act: () => void;
}) {
  return (
    <button type="button" className="chart-button" aria-label={name} title={name} onClick={act}>
      {sign}
    </button>
  );
}
