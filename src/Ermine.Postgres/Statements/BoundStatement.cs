using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Ermine.Postgres.Statements;

/// <summary>A statement with its values, ready to travel in a batch: ours, or Marten's.</summary>
internal sealed class BoundStatement(Statement statement, int parameters)
{
    /// <summary>The name of the first column of an answer that is read.</summary>
    public const string FirstRead = "read_id";

    private readonly NpgsqlParameter?[] _values = new NpgsqlParameter?[parameters];

    /// <summary>The statement.</summary>
    public Statement Statement { get; } = statement;

    /// <summary>Whether it answers with rows.</summary>
    public bool ReturnsRows => Reader is not null || Statement.Text.StartsWith("select", StringComparison.Ordinal);

    /// <summary>The values, in the order of their numbers.</summary>
    public IEnumerable<NpgsqlParameter> Values =>
        _values.Select((value, i) => value ?? throw new InvalidOperationException($"{Statement.File} lacks its '{Statement.Parameters[i]}'."));

    /// <summary>What reads its answer; null where nobody needs it.</summary>
    public Func<DbDataReader, CancellationToken, Task>? Reader { get; private set; }

    /// <summary>Has its answer read.</summary>
    public BoundStatement Reading(Func<DbDataReader, CancellationToken, Task> reader)
    {
        Reader = reader;
        return this;
    }

    /// <summary>Gives a parameter its value.</summary>
    public BoundStatement With<T>(string name, T value)
    {
        _values[Statement.IndexOf(name)] = new NpgsqlParameter<T> { TypedValue = value };
        return this;
    }

    /// <summary>Gives a parameter a value whose type PostgreSQL cannot be told from .NET's.</summary>
    public BoundStatement With<T>(string name, T value, NpgsqlDbType type)
    {
        _values[Statement.IndexOf(name)] = new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type };
        return this;
    }

    /// <summary>A command for a batch. A statement that travels again, since its transaction is run again, takes copies of its values along.</summary>
    public NpgsqlBatchCommand ToBatchCommand()
    {
        var command = new NpgsqlBatchCommand(Statement.Text);
        foreach (var value in Values) command.Parameters.Add(value.Collection is null ? value : value.Clone());
        return command;
    }
}
