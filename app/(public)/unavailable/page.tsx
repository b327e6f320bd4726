import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/message-page";

export const metadata: Metadata = { title: "Back in a moment", robots: { index: false } };

/** Shown by proxy.ts, with the status 503, while the database cannot be reached. */
export default function UnavailablePage() {
  return (
    <MessagePage title="Back in a moment">
      <p>We cannot reach our records right now. Nothing is lost. Try this page again in a few seconds.</p>
    </MessagePage>
  );
}
