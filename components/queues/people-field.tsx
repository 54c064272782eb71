import { Checkbox } from "@/components/ui/form/checkbox";

type PeopleFieldProps = {
  people: readonly { id: string; label: string }[];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
};

/** Who takes the calls of a queue, in the order of choosing. */
export function PeopleField({ people, chosen, onChange }: PeopleFieldProps) {
  if (people.length === 0)
    return (
      <p className="text-muted">
        Nobody stands in the transfer list yet. Add people under Receptionist, then come back.
      </p>
    );
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="sr-only">People</legend>
      {people.map(({ id, label }) => (
        <Checkbox
          key={id}
          label={chosen.includes(id) ? `${chosen.indexOf(id) + 1}. ${label}` : label}
          checked={chosen.includes(id)}
          onCheckedChange={(on) =>
            onChange(on === true ? [...chosen, id] : chosen.filter((one) => one !== id))
          }
        />
      ))}
    </fieldset>
  );
}
