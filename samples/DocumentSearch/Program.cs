using DocumentSearch.CommandLine;

return await SearchCommand.RunAsync(args);
