using Sluice.DifferentialTests.Reference;

namespace Sluice.DifferentialTests.Graphs;

/// <summary>Makes pipelines that are right by construction: acyclic, every parameter bound to exactly one producer.</summary>
internal static class RandomPipelines
{
    public static PipelineShape Create(ulong seed, int smallest, int largest)
    {
        var dice = new Dice(seed);
        var count = smallest + dice.Below(largest - smallest + 1);
        // All synchronous, a few asynchronous, an even mix, almost all asynchronous: every lowering gets its share.
        var asynchronous = dice.Pick([0, 0, 15, 50, 90]);
        var offloaded = dice.Pick([0, 0, 0, 10, 40]);
        var tokens = dice.Pick([0, 20, 60]);
        var reach = dice.Pick([1, 2, 5, 200]);
        var isStatic = dice.Chance(15);
        var entryPoints = 1 + dice.Below(3);
        var stages = new List<StageShape>();
        for (var id = 0; id < count; id++)
        {
            var isEffect = id > 0 && dice.Chance(15);
            var style = dice.Chance(asynchronous)
                ? dice.Pick([ReturnStyle.Task, ReturnStyle.ValueTask, ReturnStyle.ValueTask])
                : ReturnStyle.Synchronous;
            stages.Add(
                new StageShape(
                    id,
                    style,
                    isEffect ? OutputForm.None
                        : id == 0 ? OutputForm.OwnClass
                        : dice.Pick([
                            OutputForm.OwnStruct,
                            OutputForm.OwnClass,
                            OutputForm.Shared,
                            OutputForm.SharedTuple,
                        ]),
                    asynchronous > 0 && dice.Chance(offloaded),
                    isStatic || dice.Chance(30),
                    dice.Chance(tokens),
                    dice.Chance(10),
                    Arguments(dice, stages, reach),
                    After(dice, stages),
                    isEffect && dice.Chance(20) ? dice.Below(entryPoints) : -1
                )
            );
        }

        var declaration = Enumerable.Range(0, count).ToArray();
        dice.Shuffle(declaration);
        var shape = new PipelineShape(seed, isStatic, stages, declaration, []);
        return shape with
        {
            EntryPoints = [.. Enumerable.Range(0, entryPoints).Select(index => EntryPoint(dice, shape, index))],
        };
    }

    private static List<Argument> Arguments(Dice dice, List<StageShape> earlier, int reach)
    {
        var producers = earlier.Where(stage => !stage.IsEffect).ToArray();
        var arguments = new List<Argument>();
        for (var count = 1 + dice.Below(3); count > 0; count--)
        {
            if (producers.Length == 0 || dice.Chance(10))
            {
                arguments.Add(
                    dice.Chance(50)
                        ? new Argument(Argument.RunInput, ArgumentStyle.Type)
                        : new Argument(Argument.SeedInput, dice.Pick([ArgumentStyle.Name, ArgumentStyle.From]))
                );
                continue;
            }

            var producer = producers[producers.Length - 1 - dice.Below(Math.Min(reach, producers.Length))];
            arguments.Add(new Argument(producer.Id, Style(dice, producer.Output)));
        }

        return arguments;
    }

    private static ArgumentStyle Style(Dice dice, OutputForm form) =>
        form switch
        {
            OutputForm.OwnStruct => dice.Pick([ArgumentStyle.Type, ArgumentStyle.From]),
            OutputForm.OwnClass => dice.Pick([ArgumentStyle.Type, ArgumentStyle.From, ArgumentStyle.BaseType]),
            _ => dice.Pick([ArgumentStyle.Name, ArgumentStyle.From]),
        };

    private static int[] After(Dice dice, List<StageShape> earlier) =>
        earlier.Count > 0 && dice.Chance(12) ? [dice.Pick(earlier).Id] : [];

    private static EntryPointShape EntryPoint(Dice dice, PipelineShape shape, int index)
    {
        var producers = shape.Stages.Where(stage => !stage.IsEffect).Select(stage => stage.Id).ToArray();
        // A tuple as the return type means several outputs, so that no tuple can be the only one.
        var alone = producers.Where(id => shape.Stage(id).Output != OutputForm.SharedTuple).ToArray();
        // The first entry point reaches deep, so that most of the graph runs; the others end anywhere.
        var outputs = new List<int> { index == 0 ? alone[^1] : dice.Pick(alone) };
        while (dice.Chance(30))
        {
            var further = dice.Pick(producers);
            if (!outputs.Contains(further))
            {
                outputs.Add(further);
            }
        }

        if (dice.Chance(15) && shape.Stages.Any(stage => stage.IsEffect && (stage.Only < 0 || stage.Only == index)))
        {
            outputs = [];
        }

        var style = dice.Pick([ReturnStyle.Task, ReturnStyle.ValueTask, ReturnStyle.ValueTask]);
        var entryPoint = new EntryPointShape(index, style, outputs, dice.Chance(80));
        return dice.Chance(70) && !new EntryPointPlan(shape, entryPoint).IsAsynchronous
            ? entryPoint with
            {
                Return = ReturnStyle.Synchronous,
            }
            : entryPoint;
    }
}
