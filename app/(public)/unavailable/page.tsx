import type { Metadata } from "next";
import { MessagePage } from "@/components/layout/message-page";
import { stopgapMetadata } from "@/lib/seo/page-metadata";

export const metadata: Metadata = stopgapMetadata("Back in a moment");

/** Shown by proxy.ts, with the status 503, while the database cannot be reached. */
export default function UnavailablePage() {
  return (
    <MessagePage title="Back in a moment">
      <p>We cannot reach our records right now. Nothing is lost. Try this page again in a few seconds.</p>
    </MessagePage>
  );
}
