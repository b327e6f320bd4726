import { crashEditing } from "./crash";
import { crashMailing } from "./crash-mail";

// `npm run test:crash`: a hundred kills of each sort, which take some twenty minutes. `npm test` makes five of each.
const kills = Number(process.argv[2] ?? 100);
const editing = await crashEditing(kills, console.log);
const mailing = await crashMailing(kills, console.log);
for (const fault of [...editing.faults, ...mailing.faults]) console.error(fault);
console.log(
  `${editing.kills} kills; ${editing.saves} saves and ${editing.publishes} publications acknowledged; ${editing.faults.length} faults`,
);
console.log(
  `${mailing.kills} kills; ${mailing.acknowledged} messages acknowledged, ${mailing.stored} stored, ${mailing.mails} mails, ` +
    `${mailing.duplicates} of them twice; ${mailing.faults.length} faults`,
);
const faults = editing.faults.length + mailing.faults.length;
process.exitCode = faults === 0 && editing.publishes > 0 && mailing.mails > 0 ? 0 : 1;
