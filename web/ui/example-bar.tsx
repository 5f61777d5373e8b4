// An example is looked at, not owned: what is changed in it can be kept as a plan of the person's own.

import { useState } from 'preact/hooks';
import * as document_ from '../app/document.ts';
import { exampleId, templates } from '../app/examples.ts';
import { templateAt } from '../app/plan-names.ts';
import { isWritable } from '../app/workspace.ts';
import { NewPlanDialog } from './new-plan-dialog.tsx';

export function ExampleBar() {
  const [naming, setNaming] = useState(false);
  const id = exampleId(document_.path.value);
  const template = templates.value?.find((one) => one.id === id);
  if (id === undefined || template === undefined) return null;
  // with whatever was changed in the plan meanwhile
  const [plan, ...beside] = template.files;
  const asNow = {
    ...template,
    files: plan === undefined ? [] : [{ ...plan, text: document_.text.value }, ...beside],
  };
  return (
    <div class="notice example" role="status">
      <span>
        This is an example: change what you like, nothing is written
        {isWritable.value ? ' until you keep it.' : '.'}
      </span>
      {isWritable.value && (
        <button type="button" onClick={() => setNaming(true)}>
          Keep as a plan
        </button>
      )}
      {naming && (
        <NewPlanDialog
          title="Keep the example as a plan"
          suggested={id}
          files={(path) => templateAt(asNow, path)}
          view="overview"
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  );
}
