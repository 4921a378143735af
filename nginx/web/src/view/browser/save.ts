/** Lets the browser keep a file, as a download. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has begun to read it when this task is over.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
