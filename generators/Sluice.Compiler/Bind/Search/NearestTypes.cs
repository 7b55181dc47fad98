using Sluice.Compiler.Model;
using Sluice.Compiler.Rules;

namespace Sluice.Compiler.Bind;

/// <summary>Guesses which of the types that are produced was meant where nothing produces the one that is needed.</summary>
internal sealed class NearestTypes(BindingTables tables)
{
    /// <summary>A sentence that names the nearest producers, to go after another one; empty where none is near.</summary>
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
        return nearest.Count == 0 ? string.Empty : $". Nearest is {string.Join(", then ", nearest)}";
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

        // A base type or an interface of what is needed, T? for T, a collection for its element or the reverse, a name mistyped.
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
