# fill: config.project_folder
PROJECT = Path(__file__).parents[2]
