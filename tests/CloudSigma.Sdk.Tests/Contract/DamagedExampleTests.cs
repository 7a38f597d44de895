// Which files of the examples are not what they should be. Nothing is skipped without being named here.
using CloudSigma.Sdk.TestKit.Http;
using Xunit.Abstractions;

namespace CloudSigma.Sdk.Tests.Contract;

public class DamagedExampleTests(ITestOutputHelper output)
{
    /// <summary>Their bodies lack a bracket or a comma, have one too many, or leave parts out.</summary>
    private static readonly string[] NotValidJson =
    [
        "request_autogen_keypair_create",
        "request_drive_storage_type",
        "request_server_add_gpu",
        "request_server_add_sgx",
        "response_server_add_gpu",
        "response_server_add_sgx",
        "response_vmware_servers_list",
    ];

    /// <summary>Commands that run in a guest and what they print, and one empty file.</summary>
    private static readonly string[] NotHttp =
    [
        "request_context_all",
        "request_context_all_dynamic",
        "request_context_all_dynamic_robust",
        "request_context_all_robust",
        "request_context_single_value",
        "request_context_single_value_another_key_dynamic",
        "request_context_single_value_dynamic",
        "request_context_single_value_ssh_key",
        "request_global_context_all_robust",
        "response_backup_scheduler_delete",
        "response_context_single_value",
        "response_context_single_value_another_key_dynamic",
        "response_context_single_value_dynamic",
        "response_context_single_value_ssh_key",
    ];

    [Fact]
    public void Damaged_examples_are_known()
    {
        if (ExampleFolder.Path is null)
        {
            output.WriteLine($"No examples: set {ExampleFolder.Variable} to their folder.");
            return;
        }

        var examples = ExampleFolder.Names.Select(ExampleFolder.Load).ToList();
        var damaged = examples.Where(static e => e.Kind != HttpExampleKind.Other && e.JsonProblem is not null && IsJson(e)).ToList();
        foreach (var example in damaged) output.WriteLine($"{example.Name}: {example.JsonProblem}");
        Assert.Equal(NotValidJson, damaged.Select(static e => e.Name));
        Assert.Equal(NotHttp, examples.Where(static e => e.Kind == HttpExampleKind.Other).Select(static e => e.Name));
    }

    private static bool IsJson(HttpExample example) => example.Header("Content-Type") is not { } type || type.Contains("json", StringComparison.OrdinalIgnoreCase);
}
