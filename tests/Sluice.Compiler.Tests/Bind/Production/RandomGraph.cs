using Sluice.Compiler.Model;

// A fixed seed produces the same graphs in every run. No secret depends on it.
#pragma warning disable CA5394

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>Small random graphs with everything that decides whether a stage runs.</summary>
internal static class RandomGraph
{
    private static readonly string[] Members = ["X", "Y", "Z"];

    public static GraphBuilder Make(int seed, bool mayLack = true, bool withTypes = false)
    {
        var random = new Random(seed);
        var builder = new GraphBuilder();
        var producers = new List<string> { "input" };
        var conditions = new List<(string Name, RouteKind Kind)>();
        _ = builder.Input("input");
        if (random.Next(2) == 0)
        {
            _ = builder.Input(mayLack && random.Next(2) == 0 ? "flag?" : "flag", RouteKind.Boolean);
            conditions.Add(("flag", RouteKind.Boolean));
        }

        var count = random.Next(2, 10);
        var unused = new HashSet<string>();
        for (var index = 0; index < count; index++)
        {
            var name = $"S{index}";
            var takes = Enumerable.Range(0, random.Next(3)).Select(_ => Taken()).ToArray();
            var when = Enumerable.Range(0, conditions.Count == 0 ? 0 : random.Next(3)).Select(_ => When()).ToArray();
            var form = mayLack && random.Next(5) == 0 ? (random.Next(2) == 0 ? "?" : "!") : "";
            var kind = random.Next(6) switch
            {
                0 or 1 => RouteKind.Boolean,
                2 => RouteKind.Enum,
                3 => RouteKind.Text,
                _ => RouteKind.None,
            };
            if (random.Next(8) == 0)
            {
                _ = builder.Effect(name, takes, when);
                continue;
            }

            if (withTypes && form.Length == 0 && random.Next(2) == 0)
            {
                _ = builder.TypeRoute(name, random.Next(2) == 0, takes, when);
                producers.Add(name);
                _ = unused.Add(name);
                conditions.Add((name, RouteKind.None));
                continue;
            }

            string[] after = random.Next(6) == 0 ? [.. producers.Skip(1).Take(1)] : [];
            _ = builder.Stage(name + form, takes, when, kind, kind == RouteKind.Enum ? Members : [], after);
            producers.Add(name);
            _ = unused.Add(name);
            if (kind != RouteKind.None)
            {
                conditions.Add((name, kind));
            }
        }

        // A value that no stage takes becomes an output, because a graph contains only stages that are needed.
        foreach (var output in unused.DefaultIfEmpty("input"))
        {
            _ = builder.Output(output + (random.Next(3) == 0 ? "!" : "?"));
        }

        return builder;

        string Taken()
        {
            var first = producers[random.Next(producers.Count)];
            var second = producers[random.Next(producers.Count)];
            string[] taken = random.Next(3) == 0 && first != second ? [first, second] : [first];
            unused.ExceptWith(taken);
            return string.Join('|', taken)
                + (
                    random.Next(6) switch
                    {
                        0 or 1 => "?",
                        2 => "!",
                        _ => "",
                    }
                );
        }

        string When()
        {
            var (name, kind) = conditions[random.Next(conditions.Count)];
            _ = unused.Remove(name);
            var values = kind switch
            {
                RouteKind.Boolean => "",
                RouteKind.Enum => "="
                    + string.Join(',', Members.Take(random.Next(1, 4)).Skip(random.Next(2)).DefaultIfEmpty("Z")),
                RouteKind.None => "="
                    + string.Join(
                        ',',
                        Enumerable
                            .Range(0, random.Next(1, 3))
                            .Select(_ => "#" + TypeWorld.Names[random.Next(TypeWorld.Names.Count)])
                            .Distinct()
                    ),
                _ => random.Next(2) == 0 ? "=a" : "=b",
            };
            return (random.Next(2) == 0 ? "not " : "") + name + values;
        }
    }
}
