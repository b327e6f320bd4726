import type {
  ComputerLanguage,
  DefinedTerm,
  Graph,
  Service,
  SoftwareApplication,
  SoftwareSourceCode,
  WebPage,
} from "schema-dts";
import type { TechnologyPage } from "../../technologies/types";
import { absolute, picturePath } from "../addresses";
import { describeTechnology } from "../technology";
import { breadcrumbs, graphOf, partOfSite } from "./site";
import { mention } from "./thing";

type TechnologyNode = ComputerLanguage | SoftwareSourceCode | SoftwareApplication | Service | DefinedTerm;

/** The page, and the technology that it is about. */
export function technologyGraph(technology: TechnologyPage): Graph {
  const path = `/technologies/${technology.slug}`;
  const page: WebPage = {
    "@type": "WebPage",
    "@id": absolute(path),
    url: absolute(path),
    name: technology.name,
    description: describeTechnology(technology),
    dateModified: technology.updatedAt,
    primaryImageOfPage: { "@type": "ImageObject", url: absolute(picturePath(path)) },
    mainEntity: { "@id": absolute(`${path}#it`) },
    ...partOfSite(),
  };
  const { category } = technology;
  const way = breadcrumbs(
    { name: "Categories", path: "/categories" },
    { name: category.name, path: `/categories/${category.slug}` },
    { name: technology.name, path },
  );
  return graphOf(page, technologyNode(technology), way);
}

/** What is on file of it, in the properties that its type has. */
function technologyNode(technology: TechnologyPage): TechnologyNode {
  const { aliases, links, license, firstReleased } = technology;
  const { "@id": id, name } = mention(technology);
  const node = {
    "@id": id,
    name,
    description: technology.description,
    ...(aliases.length > 0 && { alternateName: aliases }),
    ...(links.length > 0 && { sameAs: links.map(({ url }) => url) }),
  };
  // Only these two are works that are published and licensed.
  const work = {
    ...node,
    ...(license && { license: { "@type": "CreativeWork", name: license } as const }),
    ...(firstReleased && { datePublished: String(firstReleased) }),
  };
  const type = mention(technology)["@type"];
  if (type === "SoftwareApplication")
    return { "@type": type, ...work, applicationCategory: "DeveloperApplication" };
  if (type === "SoftwareSourceCode") return { "@type": type, ...work, ...repositoryOf(technology) };
  if (type === "Service") return { "@type": type, ...node, serviceType: technology.category.name };
  if (type === "DefinedTerm") return { "@type": type, ...node, inDefinedTermSet: absolute("/technologies") };
  return { "@type": type, ...node };
}

function repositoryOf({ links }: TechnologyPage): { codeRepository?: string } {
  const repository = links.find(({ label }) => label === "Repository");
  return repository ? { codeRepository: repository.url } : {};
}
