"use client";
import { Check, Clock, Phone, PhoneOff, Plus, Search, SquarePen, Trash2 } from "lucide-react";
import { Specimen } from "@/app/design/specimen";
import { Button } from "@/components/ui/action/button";
import { ButtonLink } from "@/components/ui/action/button-link";
import { IconButton } from "@/components/ui/action/icon-button";
import { Kbd } from "@/components/ui/kbd";

export function ShowcaseActions() {
  return (
    <>
      <Specimen title="Button">
        <Button variant="primary" icon={<Check aria-hidden />} keys={["E"]}>
          Close
        </Button>
        <Button icon={<Phone aria-hidden />}>Call</Button>
        <Button variant="ghost">Cancel</Button>
        <Button variant="danger" icon={<Trash2 aria-hidden />}>
          Delete
        </Button>
        <Button variant="primary" isLoading>
          Save changes
        </Button>
        <Button isLoading>Save</Button>
        <Button variant="primary" disabled>
          Disabled
        </Button>
        <Button size="sm">Small</Button>
        <Button size="lg" variant="primary">
          Large
        </Button>
        <ButtonLink href="/design" icon={<Plus aria-hidden />}>
          A link
        </ButtonLink>
      </Specimen>
      <Specimen title="Icon button, keys">
        <IconButton label="Search" keys={["/"]} icon={<Search aria-hidden />} />
        <IconButton label="New message" icon={<SquarePen aria-hidden />} />
        <IconButton label="Snooze" aria-pressed icon={<Clock aria-hidden />} />
        <IconButton variant="secondary" label="Add" icon={<Plus aria-hidden />} />
        <IconButton variant="decline" size="lg" label="Decline call" icon={<PhoneOff aria-hidden />} />
        <IconButton variant="answer" size="lg" label="Answer call" icon={<Phone aria-hidden />} />
        <IconButton disabled label="Not now" icon={<Search aria-hidden />} />
        <Kbd keys={["Mod", "K"]} />
        <Kbd keys={["Mod", "Enter"]} />
        <Kbd keys={["?"]} />
      </Specimen>
    </>
  );
}
