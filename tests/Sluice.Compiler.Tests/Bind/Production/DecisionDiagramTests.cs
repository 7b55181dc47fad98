using Sluice.Compiler.Bind.Production;

// A fixed seed produces the same formulas in every run. No secret depends on it.
#pragma warning disable CA5394

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>Compares formulas with their truth tables.</summary>
public class DecisionDiagramTests
{
    private static readonly int[] Sizes = [2, 3, 4, 2];

    private static readonly int[][] Assignments =
    [
        .. from a in Enumerable.Range(0, 2)
        from b in Enumerable.Range(0, 3)
        from c in Enumerable.Range(0, 4)
        from d in Enumerable.Range(0, 2)
        select (int[])[a, b, c, d],
    ];

    [Fact]
    public void Every_operation_has_the_truth_table_of_its_definition()
    {
        var random = new Random(1);
        var diagram = new DecisionDiagram(Sizes, 10_000);
        var formulas = new List<(int Formula, bool[] Table)>();
        for (var step = 0; step < 3_000; step++)
        {
            var next = step < 8 ? Literal(diagram, random) : Combination(diagram, random, formulas);
            formulas.Add(next);
            Assert.Equal(next.Table, Table(diagram, next.Formula));
        }
    }

    [Fact]
    public void Two_formulas_have_one_number_exactly_if_they_are_the_same_function()
    {
        var random = new Random(2);
        var diagram = new DecisionDiagram(Sizes, 10_000);
        var formulas = new List<(int Formula, bool[] Table)>();
        var numbers = new Dictionary<string, int>();
        for (var step = 0; step < 3_000; step++)
        {
            var next = step < 8 ? Literal(diagram, random) : Combination(diagram, random, formulas);
            formulas.Add(next);
            var table = string.Concat(next.Table.Select(holds => holds ? '1' : '0'));
            Assert.True(numbers.TryAdd(table, next.Formula) || numbers[table] == next.Formula);
        }

        Assert.Equal(numbers.Count, numbers.Values.Distinct().Count());
    }

    [Fact]
    public void A_formula_implies_another_exactly_if_its_table_does()
    {
        var diagram = new DecisionDiagram(Sizes, 100);
        var low = diagram.Has(2, ValueSet.Of(0).Union(ValueSet.Of(1)));
        var lowest = diagram.Has(2, ValueSet.Of(0));

        Assert.True(diagram.Implies(lowest, low));
        Assert.False(diagram.Implies(low, lowest));
        Assert.True(diagram.Implies(DecisionDiagram.False, lowest));
        Assert.False(diagram.Implies(DecisionDiagram.True, low));
    }

    [Fact]
    public void The_shortest_refutation_asks_what_suffices_and_refutes()
    {
        var diagram = new DecisionDiagram(Sizes, 100);
        var formula = diagram.And(
            diagram.Or(diagram.Has(0, ValueSet.Of(1)), diagram.Has(1, ValueSet.Of(2))),
            diagram.Has(2, ValueSet.Of(3).Complement(4))
        );

        // The first two variables together also refute the formula, but that is not shorter than one of them with the third
        // variable.
        var refutation = diagram.ShortestRefutation(formula);

        Assert.Equal(2, refutation.Count);
        var refuted = refutation.Aggregate(
            DecisionDiagram.True,
            (all, literal) => diagram.And(all, diagram.Has(literal.Variable, literal.Values))
        );
        Assert.Equal(DecisionDiagram.False, diagram.And(refuted, formula));
    }

    [Fact]
    public void What_does_not_depend_on_a_variable_does_not_ask_it()
    {
        var diagram = new DecisionDiagram(Sizes, 100);
        var formula = diagram.And(diagram.Has(0, ValueSet.Of(1)), diagram.Has(2, ValueSet.Of(1)));

        Assert.Equal([0, 2], diagram.Support(formula));
        Assert.Equal([2], diagram.Support(diagram.Exists(formula, 0)));
        Assert.Equal([2], diagram.Support(diagram.Restrict(formula, 0, 1)));
        Assert.Empty(diagram.Support(diagram.Has(3, ValueSet.All(2))));
    }

    [Fact]
    public void Beyond_its_size_it_does_not_answer_and_still_knows_what_it_knew()
    {
        var diagram = new DecisionDiagram([.. Enumerable.Repeat(2, 40)], 60);
        var formula = DecisionDiagram.False;
        var first = diagram.Has(0, ValueSet.Of(1));

        // This order of variables makes the diagram grow exponentially, because the variables of each pair are far apart.
        for (var pair = 0; pair < 20; pair++)
        {
            formula = diagram.Or(
                formula,
                diagram.And(diagram.Has(pair, ValueSet.Of(1)), diagram.Has(pair + 20, ValueSet.Of(1)))
            );
        }

        Assert.Equal(DecisionDiagram.Overflow, formula);
        Assert.Equal(DecisionDiagram.Overflow, diagram.Not(formula));
        Assert.Equal(DecisionDiagram.Overflow, diagram.And(formula, first));
        Assert.Equal(DecisionDiagram.Overflow, diagram.Restrict(formula, 0, 1));
        Assert.Equal(DecisionDiagram.Overflow, diagram.Exists(formula, 0));
        Assert.Equal(DecisionDiagram.False, diagram.And(formula, DecisionDiagram.False));
        Assert.Equal(DecisionDiagram.True, diagram.Or(formula, DecisionDiagram.True));
        Assert.False(diagram.Implies(formula, first));
        Assert.False(diagram.Implies(first, formula));
        Assert.Equal(first, diagram.Has(0, ValueSet.Of(1)));
    }

    [Fact]
    public void A_variable_beyond_the_last_is_not_known() =>
        Assert.Equal(
            DecisionDiagram.Overflow,
            new DecisionDiagram([.. Enumerable.Repeat(2, 2_000)], 10).Has(DecisionDiagram.MostVariables, ValueSet.Of(1))
        );

    private static (int Formula, bool[] Table) Literal(DecisionDiagram diagram, Random random)
    {
        var variable = random.Next(Sizes.Length);
        var values = Enumerable
            .Range(0, Sizes[variable])
            .Where(_ => random.Next(2) == 0)
            .Aggregate(ValueSet.None, (all, value) => all.Union(ValueSet.Of(value)));
        return (
            diagram.Has(variable, values),
            [.. Assignments.Select(assignment => values.Contains(assignment[variable]))]
        );
    }

    private static (int Formula, bool[] Table) Combination(
        DecisionDiagram diagram,
        Random random,
        List<(int Formula, bool[] Table)> formulas
    )
    {
        var (left, leftTable) = formulas[random.Next(formulas.Count)];
        var (right, rightTable) =
            random.Next(2) == 0 ? Literal(diagram, random) : formulas[random.Next(formulas.Count)];
        var variable = random.Next(Sizes.Length);
        var value = random.Next(Sizes[variable]);
        return random.Next(5) switch
        {
            0 => (diagram.And(left, right), [.. leftTable.Zip(rightTable, (one, other) => one && other)]),
            1 => (diagram.Or(left, right), [.. leftTable.Zip(rightTable, (one, other) => one || other)]),
            2 => (diagram.Not(left), [.. leftTable.Select(holds => !holds)]),
            3 => (diagram.Restrict(left, variable, value), Where(leftTable, variable, value)),
            _ => (
                diagram.Exists(left, variable),
                Enumerable
                    .Range(0, Sizes[variable])
                    .Select(any => Where(leftTable, variable, any))
                    .Aggregate((one, other) => [.. one.Zip(other, (a, b) => a || b)])
            ),
        };
    }

    private static bool[] Where(bool[] table, int variable, int value) =>
        [
            .. Assignments.Select(assignment =>
            {
                int[] changed = [.. assignment];
                changed[variable] = value;
                return table[Array.FindIndex(Assignments, candidate => candidate.SequenceEqual(changed))];
            }),
        ];

    private static bool[] Table(DecisionDiagram diagram, int formula) =>
        [
            .. Assignments.Select(assignment =>
                assignment
                    .Select((value, variable) => (value, variable))
                    .Aggregate(formula, (rest, choice) => diagram.Restrict(rest, choice.variable, choice.value))
                == DecisionDiagram.True
            ),
        ];
}
