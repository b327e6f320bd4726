import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Page } from "./page";

/** Pages are written so often, each time those that have changed since. */
const WRITE_EVERY_MS = 200;
const AT_ONCE = 8;
const FILE_NAME = /^[\w-]{43}\.page$/;

type Head = Omit<Awaited<ReturnType<Page["store"]>>, "body"> & { key: string };

/**
 * The pages of one build in a folder, one file each, so that they outlive the process. A file is written whole or not at
 * all, and read only when it is as it was written. What cannot be written is not kept, and nothing else comes of it.
 */
export class PagesOnDisk {
  private readonly due = new Map<string, Page | null>();
  private readonly sizes = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private writing = Promise.resolve();
  bytes = 0;

  private constructor(
    private readonly folder: string,
    private readonly mostBytes: number,
    private readonly onProblem: (error: unknown) => void,
  ) {}

  /** Below `root`, in a folder of the build's; those of other builds are removed. */
  static async open(
    root: string,
    build: string,
    options: { mostBytes: number; onProblem: (error: unknown) => void },
  ): Promise<PagesOnDisk> {
    const name = createHash("sha256").update(build).digest("base64url").slice(0, 16);
    const folder = join(root, name);
    await mkdir(folder, { recursive: true });
    for (const other of await readdir(root)) {
      if (other !== name) await rm(join(root, other), { recursive: true, force: true });
    }
    return new PagesOnDisk(folder, options.mostBytes, options.onProblem);
  }

  /** Every whole page on file, the newest first, up to so many bytes; what else lies there is removed. */
  async load(): Promise<{ key: string; page: Page }[]> {
    const files: { name: string; at: number; size: number }[] = [];
    for (const name of await readdir(this.folder)) {
      const found = FILE_NAME.test(name) ? await stat(join(this.folder, name)).catch(() => null) : null;
      if (found?.isFile()) files.push({ name, at: found.mtimeMs, size: found.size });
      else await rm(join(this.folder, name), { recursive: true, force: true });
    }
    files.sort((one, other) => other.at - one.at);
    const pages: { key: string; page: Page }[] = [];
    for (const { name, size } of files) {
      const found = this.bytes + size > this.mostBytes ? null : await this.read(name);
      if (found) {
        pages.push(found);
        this.count(found.key, size);
      } else await rm(join(this.folder, name), { force: true });
    }
    return pages;
  }

  /** Has a page written soon. */
  keep(key: string, page: Page): void {
    this.plan(key, page);
  }

  remove(key: string): void {
    if (this.sizes.has(key) || this.due.has(key)) this.plan(key, null);
  }

  /** Everything that is due, written. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const due = [...this.due];
    this.due.clear();
    this.writing = this.writing.then(async () => {
      for (let at = 0; at < due.length; at += AT_ONCE) {
        await Promise.all(due.slice(at, at + AT_ONCE).map(([key, page]) => this.settle(key, page)));
      }
    });
    await this.writing;
  }

  private plan(key: string, page: Page | null): void {
    this.due.set(key, page);
    this.timer ??= setTimeout(() => void this.flush(), WRITE_EVERY_MS).unref();
  }

  private async settle(key: string, page: Page | null): Promise<void> {
    const file = this.fileOf(key);
    try {
      const text = page && (await encode(key, page));
      if (text && this.bytes - (this.sizes.get(key) ?? 0) + text.length <= this.mostBytes) {
        await writeFile(`${file}.new`, text);
        await rename(`${file}.new`, file);
        this.count(key, text.length);
      } else {
        await rm(file, { force: true });
        this.count(key, 0);
      }
    } catch (error) {
      this.onProblem(error);
    }
  }

  private count(key: string, size: number): void {
    this.bytes += size - (this.sizes.get(key) ?? 0);
    if (size > 0) this.sizes.set(key, size);
    else this.sizes.delete(key);
  }

  private async read(name: string): Promise<{ key: string; page: Page } | null> {
    const found = decode(await readFile(join(this.folder, name)).catch(() => Buffer.alloc(0)));
    return found && this.fileOf(found.key) === join(this.folder, name) ? found : null;
  }

  private fileOf(key: string): string {
    return join(this.folder, `${createHash("sha256").update(key).digest("base64url")}.page`);
  }
}

/** One line that says what follows, with a checksum of it and of the line, and the body. */
async function encode(key: string, page: Page): Promise<Buffer> {
  const { body, ...rest } = await page.store();
  const head = JSON.stringify({ ...rest, key } satisfies Head);
  return Buffer.concat([Buffer.from(`${checksum(head, body)}\n${head}\n`), body]);
}

function decode(file: Buffer): { key: string; page: Page } | null {
  const first = file.indexOf(10);
  const second = file.indexOf(10, first + 1);
  if (first === -1 || second === -1) return null;
  const head = file.subarray(first + 1, second).toString();
  const body = file.subarray(second + 1);
  if (file.subarray(0, first).toString() !== checksum(head, body)) return null;
  const { key, ...rest } = JSON.parse(head) as Head;
  return { key, page: Page.restore({ ...rest, body }) };
}

function checksum(head: string, body: Buffer): string {
  return createHash("sha256").update(head).update("\n").update(body).digest("base64url");
}
