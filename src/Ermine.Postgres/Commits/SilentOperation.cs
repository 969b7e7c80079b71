using Ermine.Postgres.Statements;
using Weasel.Storage;

namespace Ermine.Postgres.Commits;

/// <summary>A statement of ours that returns no rows; Marten, which reads the results of its batch in order, must know the difference.</summary>
internal sealed class SilentOperation(BoundStatement statement) : StatementOperation(statement), NoDataReturnedCall;
