using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Ermine.Postgres.Statements;
using Marten.Storage;
using Weasel.Core;
using Weasel.Storage;
using ICommandBuilder = Weasel.Postgresql.ICommandBuilder;

namespace Ermine.Postgres.Commits;

/// <summary>A statement of ours that returns rows and rides in Marten's batch.</summary>
internal partial class StatementOperation(BoundStatement statement) : Marten.Internal.Operations.IStorageOperation
{
    /// <summary>None of the user's types: Marten's own mark for plain SQL, which needs no table of its own.</summary>
    public Type DocumentType => typeof(StorageFeatures);

    public OperationRole Role() => OperationRole.Other;

    public void ConfigureCommand(ICommandBuilder builder, IStorageSession session)
    {
        var values = statement.Values.ToArray();
        var end = 0;
        foreach (var place in Placeholder().EnumerateMatches(statement.Statement.Text)) // the builder writes the placeholders itself
        {
            var text = statement.Statement.Text.AsSpan();
            builder.Append(text[end..place.Index].ToString());
            end = place.Index + place.Length;
            var value = values[int.Parse(text[(place.Index + 1)..end], CultureInfo.InvariantCulture) - 1];
            builder.AppendParameter(value.Value ?? DBNull.Value, value.NpgsqlDbType);
        }

        builder.Append(statement.Statement.Text[end..]);
    }

    public Task PostprocessAsync(DbDataReader reader, IList<Exception> exceptions, CancellationToken token) => statement.Reader?.Invoke(reader, token) ?? Task.CompletedTask;

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Placeholder();
}
