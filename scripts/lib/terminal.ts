import { createInterface, type Interface } from 'node:readline';
import { completions, type Offer } from '../../src/scaffold/complete.ts';

export interface Question {
  label: string;
  /** What is taken where nothing is typed. */
  proposal?: string | undefined;
  /** A short list, answered by number or by name; `says` stands behind the value. */
  choices?: readonly { value: string; says?: string }[] | undefined;
  /** Names that the Tab key completes. */
  offers?: readonly Offer[] | undefined;
  required?: boolean;
  /** What is wrong with an answer, in lines; undefined where it is right. */
  fault(answer: string): Promise<string | undefined>;
}

/** Asks an editor at a terminal, one question a line. */
export class Terminal {
  readonly #readline: Interface;
  #offers: readonly Offer[] = [];

  /** @param left is called where the editor leaves (Ctrl+C, Ctrl+D) before the end */
  constructor(left: () => void) {
    this.#readline = createInterface({
      input: process.stdin,
      output: process.stdout,
      completer: (line: string) => completions(line, this.#offers),
    });
    this.#readline.on('close', left);
  }

  /** Whether somebody is there to be asked. */
  static get isThere(): boolean {
    return Boolean(process.stdin.isTTY && process.stdout.isTTY);
  }

  /** The answer, asked for until it is right; an empty one where a question may be passed over. */
  async ask(question: Question): Promise<string> {
    const { label, proposal = '', choices = [], offers = [], required = false } = question;
    this.#offers = choices.length > 0 ? choices.map(offerOfChoice) : offers;
    if (choices.length > 0) console.log(choices.map(numbered).join('  '));
    const hint = [proposal && `[${proposal}]`, offers.length > 0 && '（按 Tab 补全）']
      .filter(Boolean)
      .join('');
    for (;;) {
      const typed = (await this.#line(`${label}${hint}：`)).trim() || proposal;
      const answer = choices[Number(typed) - 1]?.value ?? typed;
      if (answer === '' && !required) return '';
      const fault = answer === '' ? `  ！${label}不能空着` : await question.fault(answer);
      if (fault === undefined) return answer;
      console.log(fault);
    }
  }

  /** Ends the questions, which is no leaving. */
  close(): void {
    this.#readline.removeAllListeners('close');
    this.#readline.close();
  }

  #line(prompt: string): Promise<string> {
    return new Promise((resolve) => this.#readline.question(prompt, resolve));
  }
}

function numbered({ value, says }: { value: string; says?: string }, index: number): string {
  return `${index + 1} ${says ?? value}`;
}

function offerOfChoice({ value }: { value: string }): Offer {
  return { name: value, names: [value], initials: [] };
}
