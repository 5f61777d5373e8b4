// What a code means, an example of it, and how to mend that.

import { useEffect, useState } from 'preact/hooks';
import { type Help, helpOn } from '../../app/help.ts';
import { Blocks } from '../../ui/blocks.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface Props {
  readonly code: string;
  readonly onClose: () => void;
}

export function HelpDialog({ code, onClose }: Props) {
  const [help, setHelp] = useState<Help | 'none' | undefined>(undefined);
  useEffect(() => {
    helpOn(code).then(
      (found) => setHelp(found ?? 'none'),
      () => setHelp('none'),
    );
  }, [code]);
  if (help === undefined) return null;
  if (help === 'none')
    return (
      <Dialog title={code} onClose={onClose}>
        <p>There is no more to be had about it: the server does not answer.</p>
      </Dialog>
    );
  return (
    <Dialog title={help.title} onClose={onClose} shape="drawer">
      <Blocks blocks={help.blocks} title={help.title} />
    </Dialog>
  );
}
