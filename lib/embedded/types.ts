import type { Binaries } from "./binaries";
import type { Account } from "./command";
import type { Settings } from "./settings";

/** What it takes to run the PostgreSQL of one data directory. data: the cluster's folder; log: its server log. */
export type Cluster = {
  data: string;
  log: string;
  settings: Settings;
  binaries: Binaries;
  account: Account | undefined;
};

export type ClusterOptions = {
  log: (line: string) => void;
  /** For tests: the data need not survive a crash of the machine, which makes everything faster. */
  ephemeral: boolean;
};
