import NotFound from "@/app/not-found";

export default function LostExample() {
  return <NotFound />;
}
