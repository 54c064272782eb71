import { Search } from "lucide-react";
import { Input } from "@/components/ui/form/input";

type SearchFormProps = {
  label: string;
  placeholder: string;
  value: string;
  /** Other parts of the address that stay. */
  keep?: Record<string, string>;
};

/** Looks for something by reloading the page with it, so that the address can be kept and sent. */
export function SearchForm({ label, placeholder, value, keep = {} }: SearchFormProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every assistive technology yet
    <form role="search" className="w-full sm:w-72">
      {Object.entries(keep).map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
      <Input
        type="search"
        name="search"
        aria-label={label}
        placeholder={placeholder}
        defaultValue={value}
        icon={<Search />}
      />
    </form>
  );
}
