import { NothingInSlot } from "@/components/console/NothingInSlot";

export default function ToolNotFound() {
  return <NothingInSlot />;
}
