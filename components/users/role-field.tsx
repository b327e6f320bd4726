"use client";

import type { ComponentProps } from "react";
import { Field, Select } from "@/components/ui/field";
import { ROLES, type Role } from "@/lib/auth/permissions";

/** What each role may do, for those who give roles out. */
const HINTS: Record<Role, string> = {
  author: "writes own drafts",
  editor: "writes all, publishes",
  owner: "also users and settings",
};

export function RoleField({ error, ...rest }: ComponentProps<"select"> & { error?: string | undefined }) {
  return (
    <Field label="Role" error={error}>
      <Select {...rest}>
        {ROLES.map((role) => (
          <option key={role} value={role}>
            {role}: {HINTS[role]}
          </option>
        ))}
      </Select>
    </Field>
  );
}
