/** A Dockerfile's stages and their instructions; of its language only what ours uses. */
export type Instruction = { name: string; text: string };
export type Stage = { name: string; from: string; instructions: Instruction[] };

const KNOWN = ['WORKDIR', 'COPY', 'RUN', 'ENV', 'USER', 'EXPOSE', 'HEALTHCHECK', 'CMD'];

/** Throws for an instruction that it does not know: it would go untried. */
export const readDockerfile = (text: string): Stage[] => {
  const stages: Stage[] = [];
  const lines = text.replaceAll(/\\\n/g, ' ').split('\n');
  for (const line of lines.filter((each) => /^\S/.test(each) && !each.startsWith('#'))) {
    const [, name = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') {
      const [, from = '', as = ''] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(rest) ?? [];
      stages.push({ name: as, from, instructions: [] });
    } else if (KNOWN.includes(name)) stages.at(-1)?.instructions.push({ name, text: rest });
    else throw new Error(`Dockerfile: ${name} is not known here`);
  }
  return stages;
};
