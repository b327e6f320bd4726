export { lookUpTechnologies as POST } from "@/lib/technologies/actions";
