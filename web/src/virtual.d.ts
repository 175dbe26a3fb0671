declare module 'virtual:countries' {
  const names: Readonly<Record<string, string>>;
  export default names;
}
