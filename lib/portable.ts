// Records are written down in one way only: fields in a fixed order, absent ones and empty optional lists left out.
// Two records are the same when these are the same text.

export function unlessEmpty<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

export function unlessBlank<T extends object>(value: T): T | undefined {
  return Object.values(value).some((part) => part !== undefined) ? value : undefined;
}

export function portableSource({ title, url }: { title: string; url: string }) {
  return { title, url };
}

export function sameRecord(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
