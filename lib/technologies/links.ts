type Addresses = Record<"website" | "repository" | "docs", string | null | undefined>;

/** Where else to read of a technology, under the words that lead there. */
export function listLinks({ website, repository, docs }: Addresses): { label: string; url: string }[] {
  const links = { Website: website, Repository: repository, Documentation: docs };
  return Object.entries(links).flatMap(([label, url]) => (url ? [{ label, url }] : []));
}
