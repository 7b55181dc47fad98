using Sluice.DifferentialTests.Graphs;
using Sluice.DifferentialTests.Probing;

namespace Sluice.DifferentialTests.Reference.Prediction;

/// <summary>Works out the verdict on each stage of a run, one after the other, as if all of them were asked for.</summary>
public sealed class Evaluator
{
    private readonly EntryPointPlan _plan;
    private readonly Circumstances _circumstances;
    private readonly Dictionary<int, Verdict> _verdicts = [];

    public Evaluator(EntryPointPlan plan, Circumstances circumstances)
    {
        (_plan, _circumstances) = (plan, circumstances);
        foreach (var input in Inputs.All)
        {
            _verdicts[input] =
                input == Inputs.Maybe && !circumstances.HasMaybe
                    ? new Verdict(Fate.Skipped, Seen.Absent) { Reasons = ["nothing was put in"] }
                    : Made(input, Inputs.Content(input), circumstances.Number(input));
        }

        foreach (var stage in plan.Pipeline.Stages.Where(stage => !plan.Includes(stage.Id)))
        {
            _verdicts[stage.Id] = new Verdict(Fate.Skipped, Seen.Absent)
            {
                Reasons = ["nothing that runs produces it"],
            };
        }

        foreach (var stage in plan.Stages)
        {
            _verdicts[stage.Id] = Judge(stage);
        }
    }

    public Verdict this[int id] => _verdicts[id];

    /// <summary>The number of a stage's output, which depends on the stage, on its arguments and on their order.</summary>
    public static ulong Combine(int stage, IEnumerable<string> arguments) =>
        arguments.Aggregate(Dice.Mix(0x51C7, (ulong)stage), (number, text) => Dice.Mix(number, Hash(text)));

    /// <summary>The reason that a stage gives when it skips or cancels.</summary>
    public static string ReasonOf(int stage) => $"S{stage} has nothing to say";

    /// <summary>The message of the exception that a stage throws.</summary>
    public static string FailureOf(int stage, string? element) =>
        element is null ? $"S{stage} failed" : $"S{stage} failed with {element}";

    /// <summary>The value that an output must have.</summary>
    public ExpectedArgument Output(Output output)
    {
        var parameter = new Parameter(output.Producers, output.Form);
        return Take(parameter, out var argument) is null
            ? argument
            : new ExpectedArgument(Seen.Absent, argument.Reasons);
    }

    private static ulong Hash(string text) =>
        text.Aggregate(0xCBF29CE484222325, (hash, letter) => (hash ^ letter) * 0x100000001B3);

    private static string FailedReason(int id) => $"'S{id}' failed";

    private Verdict Judge(StageShape stage)
    {
        var skips = new List<Skipping>();
        foreach (var condition in stage.Conditions)
        {
            var verdict = _verdicts[condition.Source];
            if (verdict.Fate != Fate.Produced)
            {
                skips.Add(Because(condition.Source));
            }
            else if (!_plan.Holds(stage, condition, verdict.Choice))
            {
                skips.Add(new Skipping(null));
            }
        }

        var arguments = new List<ExpectedArgument>();
        var streams = new List<string>();
        foreach (var parameter in stage.Parameters)
        {
            if (Take(parameter, out var argument) is { } skip)
            {
                skips.Add(skip);
            }

            arguments.Add(argument);
            if (
                parameter.Take == Graphs.Take.Value
                && _plan.Pipeline.ContentOf(parameter.Producers[0]) == Content.Stream
            )
            {
                streams.Add(_verdicts[parameter.Producers[0]].Text);
                arguments[^1] = new ExpectedArgument(Seen.Stream);
            }
        }

        if (skips.Count > 0)
        {
            return new Verdict(Fate.Skipped, Seen.Absent)
            {
                Reasons = skips.Any(skip => skip.Reasons is null)
                    ? null
                    : [.. skips.SelectMany(skip => skip.Reasons!).Distinct()],
            };
        }

        return stage.Each is null ? Call(stage, arguments, streams) : CallForEach(stage, arguments);
    }

    private Verdict Call(StageShape stage, List<ExpectedArgument> arguments, List<string> streams)
    {
        var conduct = _circumstances.Conduct(stage.Id, null);
        var number = Combine(stage.Id, arguments.Select(argument => argument.Text).Concat(streams));
        var verdict = conduct.Ending switch
        {
            Ending.Succeeds => Made(stage.Id, stage.Content, number),
            Ending.Skips => new Verdict(Fate.Skipped, Seen.Absent) { Reasons = [ReasonOf(stage.Id)] },
            Ending.CancelsRun => new Verdict(Fate.Cancels, ReasonOf(stage.Id)),
            _ => Failing([FailureText(stage.Id, null, conduct)]),
        };
        return verdict with { Calls = new Dictionary<string, ExpectedCall> { [""] = new(arguments, conduct) } };
    }

    private Verdict CallForEach(StageShape stage, List<ExpectedArgument> arguments)
    {
        var each = stage.Each!;
        var place = stage.Parameters.Index().First(item => ReferenceEquals(item.Item, each)).Index;
        var collection = _verdicts[each.Producers[0]];
        var form = _plan.ElementForm(stage.Id);
        var calls = new Dictionary<string, ExpectedCall>();
        var results = new List<string>();
        var failures = new List<string>();
        var cancels = false;
        foreach (var element in each.Take == Graphs.Take.Each ? collection.Elements : collection.InnerElements)
        {
            List<ExpectedArgument> own = [.. arguments];
            own[place] = new ExpectedArgument(element);
            var conduct = _circumstances.Conduct(stage.Id, element);
            calls.Add(element, new ExpectedCall(own, conduct));
            switch (conduct.Ending)
            {
                case Ending.Succeeds:
                    results.Add(Item.TextOf(stage.Id, Combine(stage.Id, own.Select(argument => argument.Text))));
                    break;
                case Ending.Skips when form == Form.Plain:
                    break;
                case Ending.Skips:
                    results.Add(Seen.Absent);
                    break;
                case Ending.CancelsRun:
                    cancels = true;
                    break;
                case var _ when form == Form.Outcome:
                    results.Add(FailureText(stage.Id, element, conduct));
                    break;
                default:
                    failures.Add(FailureText(stage.Id, element, conduct));
                    break;
            }
        }

        var verdict =
            failures.Count > 0 ? Failing(failures)
            : cancels ? new Verdict(Fate.Cancels, ReasonOf(stage.Id))
            : new Verdict(Fate.Produced, Seen.Sequence(results)) { Elements = results };
        return verdict with { Calls = calls };
    }

    private static Verdict Failing(List<string> failures) => new(Fate.Failed, failures[0]) { Failures = failures };

    private static string FailureText(int id, string? element, Conduct conduct) =>
        Seen.Failure(
            conduct.Ending switch
            {
                Ending.AsksForRetry => nameof(RetryRequestedException),
                Ending.GivesUnnamed => nameof(InvalidOperationException),
                _ when conduct.Failure == FailureKind.Cancellation => nameof(OperationCanceledException),
                _ => FailureOf(id, element),
            }
        );

    /// <summary>The argument for a parameter, or the reason for which its stage is skipped.</summary>
    private Skipping? Take(Parameter parameter, out ExpectedArgument argument)
    {
        var produced = parameter.Producers.Where(id => _verdicts[id].Fate == Fate.Produced).ToArray();
        if (produced.Length > 0)
        {
            argument = new ExpectedArgument(_verdicts[produced[0]].Text);
            return null;
        }

        var failed = parameter.Producers.Where(id => _verdicts[id].Fate is Fate.Failed or Fate.Cancels).ToArray();
        var skips = parameter.Producers.Select(Because).ToArray();
        IReadOnlyCollection<string>? reasons = skips.Any(skip => skip.Reasons is null)
            ? null
            : [.. skips.SelectMany(skip => skip.Reasons!)];
        // The language does not say which reason a merge of absent values gives.
        argument = new ExpectedArgument(
            parameter.Form == Form.Outcome && failed.Length > 0 && !parameter.IsMerge
                ? _verdicts[failed[0]].Text
                : Seen.Absent,
            parameter.IsMerge ? null : reasons
        );
        return parameter.Form switch
        {
            Form.Plain => new Skipping(parameter.IsMerge ? null : reasons),
            _ => null,
        };
    }

    private Skipping Because(int id) =>
        _verdicts[id].Fate == Fate.Skipped ? new Skipping(_verdicts[id].Reasons) : new Skipping([FailedReason(id)]);

    private Verdict Made(int id, Content content, ulong number)
    {
        if (content == Content.None || Contents.IsSingle(content))
        {
            return new Verdict(Fate.Produced, Item.TextOf(id, number));
        }

        if (Routes.IsRoute(content))
        {
            var choice = _circumstances.Choice(id);
            var text = content switch
            {
                Content.Flag => Seen.TextOf(choice == 1),
                Content.Tone => $"{(Tone)choice}",
                Content.Text => Routes.Text(choice),
                _ => $"{choice}",
            };
            return new Verdict(Fate.Produced, text) { Choice = choice };
        }

        var numbers = Elements(number, _circumstances.Count(id));
        string[] elements = [.. numbers.Select(element => Item.TextOf(id, element))];
        if (content != Content.Nested)
        {
            return new Verdict(Fate.Produced, Seen.Sequence(elements)) { Elements = elements };
        }

        string[][] inner =
        [
            .. numbers.Select(
                (element, index) =>
                    Elements(element, _circumstances.InnerCount(id, index))
                        .Select(innermost => Item.TextOf(id, innermost))
                        .ToArray()
            ),
        ];
        elements = [.. inner.Select(Seen.Sequence)];
        return new Verdict(Fate.Produced, Seen.Sequence(elements))
        {
            Elements = elements,
            InnerElements = [.. inner.SelectMany(element => element)],
        };
    }

    private static ulong[] Elements(ulong number, int count) =>
        [.. Enumerable.Range(0, count).Select(index => Item.NumberOfElement(number, index))];
}
