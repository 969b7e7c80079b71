using Ermine.Conformance;

namespace Ermine.Postgres.Tests.Commits;

public sealed class PostgresCommitTests(PostgresHarness harness) : CommitConformance(harness), IClassFixture<PostgresHarness>;
