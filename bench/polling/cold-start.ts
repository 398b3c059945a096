export async function printColdStarts(_folder: string): Promise<void> {}
