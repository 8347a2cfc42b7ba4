/** Hands a file to the person: into the downloads. */
export const saveFile = (blob: Blob, filename: string): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};
