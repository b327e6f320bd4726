"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { ConfirmDialog } from "@/components/ui/dialog";
import { Checkbox, Field, Select, TextArea, TextInput } from "@/components/ui/field";
import { Menu, MenuItem } from "@/components/ui/menu";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { useToast } from "@/components/ui/toast";
import { Group } from "./tokens-sheet";

/** What is pressed, typed into and opened. What opens over the page has the page's own theme. */
export function ControlsSheet() {
  const [open, setOpen] = useState(false);
  const toast = useToast();
  return (
    <>
      <Group title="Buttons">
        <div className="flex flex-wrap items-center gap-3">
          <Button variant="primary">Primary</Button>
          <Button>Quiet</Button>
          <Button variant="danger">Danger</Button>
          <Button variant="bare">Bare</Button>
          <Button busy>Busy</Button>
          <Button disabled>Off</Button>
          <Button size="small" onClick={() => setOpen(true)}>
            Ask
          </Button>
          <Button size="small" onClick={() => toast({ text: "Said, and gone in a moment." })}>
            Say
          </Button>
          <Menu label="More to do">
            <MenuItem onPress={() => {}}>One thing</MenuItem>
            <MenuItem danger onPress={() => {}}>
              Another, that hurts
            </MenuItem>
          </Menu>
        </div>
        <ConfirmDialog
          open={open}
          onOpenChange={setOpen}
          title="Do it?"
          description="It can be undone."
          confirm="Do it"
          onConfirm={() => setOpen(false)}
        />
      </Group>
      <Group title="Fields">
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="A text" hint="With a hint">
            <TextInput defaultValue="Typed" />
          </Field>
          <Field label="A wrong one" error="is required">
            <TextInput />
          </Field>
          <Field label="A choice">
            <Select>
              <option>This</option>
              <option>That</option>
            </Select>
          </Field>
          <Combobox name="side" label="A name on file" defaultValue="" optionsUrl="/api/suggest" />
          <Field label="Long text" className="sm:col-span-2">
            <TextArea defaultValue="It grows as it is written." />
          </Field>
          <Checkbox label="Yes or no" hint="And what it means" />
        </div>
      </Group>
      <Group title="Panels">
        <Tabs
          label="Panels"
          tabs={[
            { value: "one", label: "One" },
            { value: "two", label: "Two" },
          ]}
        >
          <TabPanel value="one">The first panel</TabPanel>
          <TabPanel value="two">The second panel</TabPanel>
        </Tabs>
      </Group>
    </>
  );
}
