using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Suggests produced types that the user may have intended instead of a type without a producer.</summary>
internal sealed class NearestTypes(BindingTables tables)
{
    /// <summary>
    /// Returns a sentence, to be appended to another one, that names the most similar producers; empty if none is
    /// similar.
    /// </summary>
    public string Suggest(EntryPointModel entryPoint, int wanted, int self)
    {
        if (!tables.Guesses.TryTake())
        {
            return string.Empty;
        }

        var nearest = Producers(entryPoint, self)
            .Select(producer => (producer.Text, producer.Type, Distance: Distance(wanted, producer.Type)))
            .Where(producer => producer.Distance < int.MaxValue)
            .OrderBy(producer => producer.Distance)
            .Take(2)
            .Select(producer => $"'{Phrases.DisplayName(tables.Model, producer.Type)}' from {producer.Text}")
            .ToList();
        return nearest.Count == 0 ? string.Empty : $". The closest match is {string.Join(", then ", nearest)}";
    }

    private IEnumerable<(string Text, int Type)> Producers(EntryPointModel entryPoint, int self)
    {
        for (var index = 0; index < entryPoint.Inputs.Count; index++)
        {
            yield return (
                Phrases.Producer(tables.Model, entryPoint, new Binding(BindingKind.Input, index)),
                entryPoint.Inputs[index].Type
            );
        }

        for (var index = 0; index < tables.Model.Stages.Count; index++)
        {
            if (index != self && tables.Model.Stages[index] is { IsEffect: false, IsCondition: false })
            {
                yield return (
                    Phrases.Producer(tables.Model, entryPoint, new Binding(BindingKind.Stage, index)),
                    tables.Model.Stages[index].OutputType
                );
            }
        }
    }

    private int Distance(int wanted, int produced)
    {
        var wantedName = tables.Model.Types[wanted].DisplayName;
        var producedName = tables.Model.Types[produced].DisplayName;

        // Similar are: a base type or an interface of the wanted type, T? instead of T, a collection instead of its
        // element or the reverse, and a type with a similar name.
        if (
            tables.Producers.IsConvertible(wanted, produced)
            || tables.Model.Types[produced].NullableUnderlying == wanted
        )
        {
            return 0;
        }

        if (Holds(producedName, wantedName) || Holds(wantedName, producedName))
        {
            return 1;
        }

        var limit = Math.Max(1, Math.Min(wantedName.Length, producedName.Length) / 3);
        var distance = EditDistance.Between(wantedName, producedName, limit);
        return distance <= limit ? distance + 1 : int.MaxValue;
    }

    private static bool Holds(string type, string part) =>
        type.EndsWith("<" + part + ">", StringComparison.Ordinal) || type == part + "[]" || type == part + "?";
}
