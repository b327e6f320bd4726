export { enable as POST } from "@/lib/users/actions";
