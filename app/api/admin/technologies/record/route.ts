export { readTechnology as POST } from "@/lib/technologies/actions";
