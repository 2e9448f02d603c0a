export { type CompiledRule, checkRule, compileRule, RULE_FUNCTIONS, RULE_NAMES, type RuleInputs } from './cel/rule.ts'
export { diffContents, type ReleaseChange } from './diff/diff.ts'
export { type AuthoredFragments, type AuthoredModel, chainOf, type Layer, type ModelPatch } from './layers/layer.ts'
export { modelMessages } from './messages.ts'
export { type Problem, under } from './problem.ts'
export { advance, runAutomatic, startProcess } from './process/advance.ts'
export { compileBpmn } from './process/compile.ts'
export {
  type Advance,
  type AutomaticHandler,
  type AutomaticTask,
  compiledProcess,
  HARMONY_NAMESPACE,
  type Process,
  type ProcessEvent,
  type ProcessNode,
  type ProcessResult,
  type ProcessStage,
  type ProcessState,
  type ProcessTimer,
  type UserAction,
  type WorkItem,
} from './process/schema.ts'
export { diffReleases } from './queries.ts'
export { findCircle, referenceProblem, sumProblem } from './references.ts'
export { ministry, standard } from './standard/standard.ts'
export { type Fragment, type Synthesis, synthesise } from './synthesis.ts'
