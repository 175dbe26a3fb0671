import { PageTitle } from '../../shell/title.js';

export default function Add() {
  return (
    <div className="folio">
      <PageTitle>Add</PageTitle>
    </div>
  );
}
