import type { Metadata } from "next";
import { HistoryPage, type HistoryProps } from "@/app/admin/(cms)/history-page";

export const dynamic = "force-dynamic";

export const metadata: Metadata = { title: "History" };

export default function ComparisonHistoryPage(props: HistoryProps) {
  return <HistoryPage type="comparison" {...props} />;
}
