type SelectFieldProps<Value extends string> = {
  readonly name: string;
  readonly options: readonly (readonly [value: Value, text: string])[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
};

/** One of many: a list under its name, which without a label of its own would be called by its options too. */
export function SelectField<Value extends string>({ name, options, value, onChoose }: SelectFieldProps<Value>) {
  return (
    <label className="field">
      <span className="field-name">{name}</span>
      <select aria-label={name} value={value} onChange={(event) => onChoose(event.target.value as Value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
