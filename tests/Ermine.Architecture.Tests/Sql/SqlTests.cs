using Ermine.Architecture.Tests.Metadata;
using Ermine.Architecture.Tests.Tree;

namespace Ermine.Architecture.Tests.Sql;

public sealed class SqlTests
{
    [Fact]
    public void A_statement_stands_in_a_file_of_its_own_in_lower_case_under_a_comment() =>
        Violations.None(SourceTree.Files.Where(f => f.Is(".sql") && f.IsUnder("src")).SelectMany(SqlChecks.File));

    [Fact]
    public void No_SQL_stands_in_a_literal() => Violations.None(
        Assemblies.Runtime.Values.SelectMany(a => a.Literals()).Where(l => SqlChecks.IsSql(l.Text)).Select(l => $"{l.Type} holds SQL: \"{l.Text}\""));

    [Theory]
    [InlineData("-- Returns one.\nselect 1;\n", false)]
    [InlineData("-- Returns one\nselect 1\n", false)]
    [InlineData("select 1;", true)]
    [InlineData("-- Returns one.\nSELECT 1;", true)]
    [InlineData("-- Returns one.\nselect 1; select 2;", true)]
    [InlineData("-- Returns nothing.\n", true)]
    [InlineData("-- Says it loud; twice.\nselect 'LOUD; LOUD', \"Name\" /* UP; */ from a -- AGAIN;\n;", false)]
    [InlineData("-- Runs a block.\ndo $body$ begin perform 1; perform 2; end $body$;", false)]
    public void A_file_that_breaks_the_form_is_found(string text, bool broken) => Assert.Equal(broken, SqlChecks.File(new SourceFile("src/X/a.sql", text)).Any());

    [Theory]
    [InlineData("src/X/Migrations/0001_a.sql", false)]
    [InlineData("src/X/Migrations/applied.sql", true)]
    public void Only_a_migration_may_hold_several_statements(string path, bool broken) =>
        Assert.Equal(broken, SqlChecks.File(new SourceFile(path, "-- Makes a and b.\ncreate table a (); create table b ();")).Any());

    [Theory]
    [InlineData("select 1", true)]
    [InlineData("\n    SELECT id from a", true)]
    [InlineData("insert into a values (1)", true)]
    [InlineData("update a set b = 1", true)]
    [InlineData("delete from a", true)]
    [InlineData("drop table a", true)]
    [InlineData("listen work", true)]
    [InlineData("update the pins", false)]
    [InlineData("Selected", false)]
    [InlineData("delete the file from the folder", false)]
    [InlineData("with the lease as proof", false)]
    [InlineData("Create a role with initdb", false)]
    public void SQL_in_a_literal_is_told_from_prose(string literal, bool isSql) => Assert.Equal(isSql, SqlChecks.IsSql(literal));
}
