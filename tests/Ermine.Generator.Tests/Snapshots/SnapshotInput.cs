using Ermine.Generator.Tests.Rules;
using Ermine.Generator.Tests.Runs;
using Microsoft.CodeAnalysis;

namespace Ermine.Generator.Tests.Snapshots;

/// <summary>Reads <c>x.input.cs</c>: sections that begin with <c>// library Name</c> or <c>// app Name</c>, the last of which references
/// those before it, and within them <c>// file Name.cs</c>.</summary>
internal static class SnapshotInput
{
    public static UserProject Parse(string text)
    {
        var project = UserProject.Library();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            switch (line.Split(' '))
            {
                case ["//", "library" or "app", var name]:
                    var references = project.Files.IsEmpty ? project.References : UserProject.Library().Referencing(project).References.AddRange(project.References.Except(Compiled.References));
                    project = new UserProject(name, line.StartsWith("// app", StringComparison.Ordinal) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, [], references);
                    break;
                case ["//", "file", var path]:
                    project = project.With(path, "");
                    break;
                default:
                    project = Append(project, line);
                    break;
            }
        }

        return project;
    }

    private static UserProject Append(UserProject project, string line)
    {
        if (project.Files.IsEmpty) project = project.With("Functions.cs", "");
        var last = project.Files[^1];
        return project with { Files = project.Files.SetItem(project.Files.Length - 1, last with { Text = $"{last.Text}{line}\n" }) };
    }
}
