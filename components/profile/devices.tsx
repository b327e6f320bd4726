"use client";

import { useState } from "react";
import { send } from "@/components/forms/send";
import { AgoText } from "@/components/ui/ago";
import { Button } from "@/components/ui/button";
import { reloadSaying } from "@/components/ui/toast";
import type { Device } from "@/lib/users/types";

/** Where one is signed in, and the ways to end that. */
export function Devices({ devices, now }: { devices: Device[]; now: string }) {
  const [busy, setBusy] = useState<string | null>(null);
  const others = devices.filter(({ current }) => !current);

  const end = async (what: string, path: string, body: object, done: string) => {
    setBusy(what);
    const sent = await send(path, body);
    setBusy(null);
    reloadSaying(sent.ok ? { text: done } : { text: sent.message, tone: "bad" });
  };

  const endEverywhere = async () => {
    // The page loads anew, and leads to the sign-in.
    const body = { keepThis: false };
    await end("all", "/api/admin/profile/end-all-sessions", body, "You are signed out everywhere.");
  };

  return (
    <div className="space-y-5">
      <ul className="rounded-xl border border-line bg-raised">
        {devices.map((device) => (
          <li
            key={device.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line px-4 py-3 not-last:border-b"
          >
            <div className="min-w-0">
              <p className="font-medium">{device.name}</p>
              <p className="text-soft text-sm">
                {device.current ? (
                  <strong className="font-medium text-ice">This browser</strong>
                ) : (
                  <>
                    Last seen <AgoText iso={device.seenAt} now={now} />
                  </>
                )}
                , signed in <AgoText iso={device.since} now={now} />
              </p>
            </div>
            {!device.current && (
              <Button
                size="small"
                busy={busy === device.id}
                aria-label={`End the session of ${device.name}`}
                onClick={() =>
                  void end(
                    device.id,
                    "/api/admin/profile/end-session",
                    { id: device.id },
                    `You are signed out on ${device.name}.`,
                  )
                }
              >
                End
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2.5">
        {others.length > 0 && (
          <Button
            busy={busy === "others"}
            onClick={() =>
              void end(
                "others",
                "/api/admin/profile/end-all-sessions",
                { keepThis: true },
                "You are signed out everywhere else.",
              )
            }
          >
            End all others
          </Button>
        )}
        <Button variant="bare" busy={busy === "all"} onClick={() => void endEverywhere()}>
          Sign out everywhere
        </Button>
      </div>
    </div>
  );
}
