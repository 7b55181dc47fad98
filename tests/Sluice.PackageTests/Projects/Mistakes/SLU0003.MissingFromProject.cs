namespace Mistakes;

[Pipeline, Stages(typeof(Tools.Shouting))]
public static partial class MissingFromProject
{
    public static partial Tools.Shout Run(string text);
}
