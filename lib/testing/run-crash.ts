import { crashEditing } from "./crash";

// `npm run test:crash`: a hundred kills, which take some ten minutes. `npm test` makes five.
const report = await crashEditing(Number(process.argv[2] ?? 100), console.log);
for (const fault of report.faults) console.error(fault);
console.log(
  `${report.kills} kills; ${report.saves} saves and ${report.publishes} publications acknowledged; ${report.faults.length} faults`,
);
process.exitCode = report.faults.length === 0 && report.publishes > 0 ? 0 : 1;
